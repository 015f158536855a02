"""Where the time of a build went, as a small table on stderr."""

from collections.abc import Sequence

import click

from newsgen.build import Timing

_HEAD = f"{'stage':<12}{'wall':>10}{'CPU':>10}{'workers':>10}{'items':>10}{'items/s':>10}"


def show_timings(timings: Sequence[Timing]) -> None:
    """A row for each stage, and one for all of them."""
    click.echo(_HEAD, err=True)
    for timing in timings:
        click.echo(_write_row(timing), err=True)
    sums = {name: sum(getattr(timing, name) for timing in timings) for name in ("wall", "cpu", "workers")}
    click.echo(_write_row(Timing(stage="all", items=0, **sums)), err=True)


def _write_row(timing: Timing) -> str:
    row = f"{timing.stage:<12}" + "".join(f"{time:>8.2f} s" for time in (timing.wall, timing.cpu, timing.workers))
    if not timing.items:
        return row
    return f"{row}{timing.items:>10,}{timing.items / max(timing.wall, 1e-6):>10,.0f}"
