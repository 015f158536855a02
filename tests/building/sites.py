"""Sites for tests of whole builds."""

import shutil
from pathlib import Path

from newsgen.build import BuildOptions, BuildReport, build

OPTIONS = BuildOptions(executor="serial")

FILES = {
    "site.yaml": """\
title: A small archive
base_url: https://example.org/small/
sources:
  - {name: Sample Harbour Desk, aliases: [SHD], country: GH}
timelines:
  - {id: road, title: The road, countries: [GH, BF]}
""",
    "people.yaml": "- name: Ama Owusu-Darko\n  also: [Ama Darko]\n",
    "articles/one.txt": """\
**Ghana and Burkina Faso reopen the road**

Accra, March 12, 2024 (SHD) -- Ghana and Burkina Faso have reopened the road to the harbour, Transport Minister Ama
Owusu-Darko said on Tuesday.

The bridge was destroyed in August 2023. "The first forty lorries crossed this morning," Owusu-Darko told reporters.

Image not found
""",
    "articles/two.md": """\
---
headline: A visit to the harbour
published: 2024-03-21
source: Sample Harbour Desk
---

Burkinabe Trade Minister Salif Tapsoba-Zongo visited Tema on 20 March. He met Minister Ama Darko of Ghana.

The road had been closed since August 2023.
""",
    "articles/2023/three.txt": """\
FLOOD TAKES BRIDGE AT THE BORDER

OUAGADOUGOU, Aug. 18, 2023 (SHD) - A flood destroyed the bridge on which most of Burkina Faso's cotton leaves for Ghana.

Trade Minister Salif Tapsoba-Zongo said on Friday that a new one would be built.
""",
    "articles/draft.txt": "---\ndraft: true\n---\n\nNot yet\n\nThe minister of Togo will speak about the road.\n",
}

NEW = {"articles/new.txt": "Rain in Accra\n\nAccra, March 13, 2024 (SHD) -- Rain fell in Ghana, officials said.\n"}
"""A clipping that is not among them."""


def write_site(folder: Path, files: dict[str, str | bytes] | None = None) -> Path:
    """The folder, with these files in it; without any, the small archive's."""
    for name, content in (FILES if files is None else files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def build_site(site: Path, options: BuildOptions = OPTIONS) -> BuildReport:
    return build(site, site / "public", options)


def read_tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def read_times(folder: Path) -> dict[str, int]:
    """When each file and folder was last written."""
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in sorted(folder.rglob("*"))}


def build_cold(site: Path, folder: Path) -> dict[str, bytes]:
    """The tree that a build from nothing gives for the same sources."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns(".newsgen", "public"), symlinks=True)
    build_site(folder)
    return read_tree(folder / "public")


def find_differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Paths of files that are not the same in both."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
