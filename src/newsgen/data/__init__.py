"""The lexicon's data files, and the generator that makes the two large ones: `newsgen.data.generate`."""
