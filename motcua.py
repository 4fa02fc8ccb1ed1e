"""In a checkout the name ``motcua`` means this folder.

The wheel puts ``cli.py``, ``checker/``, ``rules/``, ``schemas/`` and ``samples/`` into one
package called ``motcua``, so that no generic name lies loose in site-packages. Here the folder
of the checkout plays that package, whatever the folder is called.
"""

from pathlib import Path

__path__ = [str(Path(__file__).resolve().parent)]
