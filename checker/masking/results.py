"""Results masked as a whole, in one place between the hearing and every report.

Masked is what comes from data: findings with their evidence, notices of files, what copies say was
changed. Not masked are the names of files, by which evidence is found again, and who approved a
decision, who answers for it by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ..intake.model import FileAccount
from ..places import Notice
from ..plans import Edit, Plan, Remedy
from ..result import CopyMade, CriterionResult, DocumentResult, Evidence, Finding, UnitResult
from ..store import Store
from ..words import Text
from .names import Names, names_in
from .numbers import mask_numbers

_NOBODY = Names(())


@dataclass(frozen=True, slots=True)
class Masks:
    """The masks of every unit of a run."""

    names: Mapping[int, Names]

    @classmethod
    def of(cls, store: Store) -> Masks:
        """Masks for the people that the run's data name."""
        return cls(names_in(store))

    def unit(self, number: int, result: UnitResult) -> UnitResult:
        """One unit's result, masked."""
        mask = _Mask(self.names.get(number, _NOBODY))
        return replace(
            result,
            criteria=tuple(map(mask.criterion, result.criteria)),
            intake=tuple(map(mask.account, result.intake)),
        )

    def plan(self, number: int, plan: Plan) -> Plan:
        """One unit's plan, masked."""
        mask = _Mask(self.names.get(number, _NOBODY))
        return replace(
            plan,
            remedies=tuple(map(mask.remedy, plan.remedies)),
            ahead=tuple(replace(one, because=mask.text(one.because)) for one in plan.ahead),
        )

    def document(self, number: int, result: DocumentResult) -> DocumentResult:
        """One document's result, masked."""
        mask = _Mask(self.names.get(number, _NOBODY))
        return replace(
            result,
            criteria=tuple(map(mask.criterion, result.criteria)),
            account=mask.account(result.account),
            copies=tuple(map(mask.copy, result.copies)),
        )


def mask_note(note: Text) -> Text:
    """A note on the run as a whole, where no names are known."""
    return _Mask(_NOBODY).text(note)


@dataclass(frozen=True, slots=True)
class _Mask:
    """Everything that is masked in one unit.

    ``said`` are texts as they are and masked: criteria quote the same lines and say the same.
    """

    names: Names
    said: dict[Text, Text] = field(default_factory=dict)

    def text(self, text: Text) -> Text:
        """The text masked; the same one where nothing in it had to be."""
        masked = self.said.get(text)
        if masked is None:
            vi = self._masked(text.vi)
            masked = Text(vi, vi if text.en == text.vi else self._masked(text.en))
            masked = self.said[text] = text if masked == text else masked
        return masked

    def _masked(self, text: str) -> str:
        return self.names.mask(mask_numbers(text))

    def criterion(self, criterion: CriterionResult) -> CriterionResult:
        reason = self.text(criterion.reason)
        if not criterion.findings and not criterion.gaps and reason == criterion.reason:
            return criterion
        return replace(
            criterion,
            reason=reason,
            findings=tuple(map(self.finding, criterion.findings)),
            gaps=tuple(map(self.finding, criterion.gaps)),
        )

    def finding(self, finding: Finding) -> Finding:
        return Finding(
            self.text(finding.subject),
            self.text(finding.message),
            tuple(map(self.evidence, finding.evidence)),
            self.text(finding.advice),
            finding.paragraph,
            finding.repairs,
        )

    def evidence(self, evidence: Evidence) -> Evidence:
        expected = self.text(evidence.expected) if evidence.expected else None
        value = self.text(evidence.value)
        if value is evidence.value and expected is evidence.expected:
            return evidence
        return replace(evidence, value=value, expected=expected)

    def remedy(self, remedy: Remedy) -> Remedy:
        return replace(remedy, do=self.text(remedy.do), edits=tuple(map(self.edit, remedy.edits)))

    def edit(self, edit: Edit) -> Edit:
        was = self.text(edit.was) if edit.was else None
        return replace(edit, was=was, becomes=self.text(edit.becomes))

    def account(self, account: FileAccount) -> FileAccount:
        return replace(account, notices=tuple(map(self.notice, account.notices)))

    def notice(self, notice: Notice) -> Notice:
        return replace(notice, text=self.text(notice.text))

    def copy(self, copy: CopyMade) -> CopyMade:
        return replace(
            copy,
            done=tuple(map(self.text, copy.done)),
            left=tuple(map(self.text, copy.left)),
            refused=self.notice(copy.refused) if copy.refused else None,
        )
