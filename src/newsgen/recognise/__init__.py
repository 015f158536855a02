"""Recognisers: models and lists from elsewhere that find persons and places beside the rules.

A recogniser is a class that `site.yaml` names as `package.module:Name`. It needs no base class, only what the Protocol
`Recogniser` asks for: a `fingerprint`, and to be callable with an article. The README shows one in full.

Its findings join those of the rules by one order: the persons and places that the rules found stand, then come the
recognisers in the order of `site.yaml`. A finding that shares a character with one before it gives way; of one
recogniser's own, the one that begins first goes before, and of two that begin together the longer. A person so found
joins the cast of the article, so that whom a family name alone means is told among all its persons, whoever found them;
a place so found counts for its country, if the gazetteer knows the place.

Modules are found where Python finds them: install yours beside newsgen, or name its folder in `PYTHONPATH`. The site's
folder is not searched, so that to build an archive from elsewhere never runs code that came with it.
"""

from newsgen.recognise.asking import FAULT, ask_recognisers
from newsgen.recognise.loading import fingerprint_recognisers, forget_origins
from newsgen.recognise.protocol import Recogniser
from newsgen.records.article import Article
from newsgen.records.finding import Finding

__all__ = ["FAULT", "Article", "Finding", "Recogniser", "ask_recognisers", "fingerprint_recognisers", "forget_origins"]
