"""All benchmarks are called in the same way, and say so."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

import benchmarks

BENCHMARKS = sorted(path.stem for folder in benchmarks.__path__ for path in Path(folder).glob("bench_*.py"))


@pytest.mark.parametrize("name", BENCHMARKS)
def test_help_tells_how_it_is_called(name: str, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setattr(sys, "argv", [name, "--help"])
    with pytest.raises(SystemExit) as ended:
        import_module(f"benchmarks.{name}").main()
    assert ended.value.code == 0
    assert f"PYTHONPATH=tests .venv/bin/python -m benchmarks.{name}" in capsys.readouterr().out
