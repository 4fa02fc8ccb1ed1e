"use strict";
// The page is whole without this script: it narrows lists, unfolds what a link leads to, and unfolds
// everything for a printer.
(function () {
  function criteriaAfter(form) {
    var found = [];
    for (var next = form.nextElementSibling; next; next = next.nextElementSibling) {
      if (next.matches("form")) break;
      if (next.matches("details.criterion")) found.push(next);
    }
    return found;
  }

  function ready(form) {
    var criteria = criteriaAfter(form);
    var boxes = Array.from(form.querySelectorAll("input[type=checkbox]"));
    var words = form.querySelector("input[type=search]");
    var output = form.querySelector("output");

    function narrow() {
      var wanted = boxes.filter(function (box) { return box.checked; })
        .map(function (box) { return box.value; });
      var said = words.value.trim().toLocaleLowerCase("vi").normalize("NFC");
      var shown = 0;
      criteria.forEach(function (one) {
        var text = one.textContent.toLocaleLowerCase("vi").normalize("NFC");
        one.hidden = wanted.indexOf(one.dataset.verdict) < 0 || text.indexOf(said) < 0;
        if (!one.hidden) shown += 1;
      });
      output.textContent = shown + "/" + criteria.length + " " + output.dataset.said;
    }

    form.hidden = false;
    form.addEventListener("input", narrow);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("click", function (event) {
      var unfold = event.target.dataset.unfold;
      if (!unfold) return;
      criteria.forEach(function (one) { if (!one.hidden) one.open = unfold === "yes"; });
    });
    narrow();
  }

  function unfoldTarget() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var one = target; one; one = one.parentElement) {
      if (one.tagName === "DETAILS") { one.hidden = false; one.open = true; }
    }
    if (target) target.scrollIntoView();
  }

  document.querySelectorAll("form.filter").forEach(ready);
  window.addEventListener("hashchange", unfoldTarget);
  if (location.hash) unfoldTarget();

  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = Array.from(document.querySelectorAll("details:not([open])"));
    folded.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (one) { one.open = false; });
  });
})();
