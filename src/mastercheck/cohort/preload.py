"""What the server imports from which workers are forked, once for them all. Importing it anywhere else makes that process silent.

The server would hold the user's pipes open for as long as it takes to end, so it lets go of them; and what it has made so far is set aside
from the search for rubbish, so that the workers' memory stays shared with it.
"""

import gc

import mastercheck.readers.docx
import mastercheck.readers.pagination.ladder
import mastercheck.readers.pdf  # noqa: F401 - for the workers
from mastercheck.cohort import worker
from mastercheck.cohort.limits import spare_threads
from mastercheck.language.pipeline import read_words

spare_threads()
tuple(read_words(["One sentence."]))
worker.silence()
gc.collect()
gc.freeze()
