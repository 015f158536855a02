"""Executors by name: the same results everywhere."""

import pytest

from newsgen.errors import UsageError
from newsgen.execute import SerialExecutor, count_cores, open_executor


@pytest.mark.parametrize("name", ["serial", "processes", "processes:2", "processes:1"])
def test_each_gives_the_results_in_order(name: str) -> None:
    with open_executor(name) as executor:
        assert list(executor.map(abs, range(-20, 0))) == list(range(20, 0, -1))


@pytest.mark.parametrize(
    "name", ["", "threads", "processes:0", "processes:x", "processes:99999", "processes:", "serial:2"]
)
def test_a_name_that_is_none_says_what_is(name: str) -> None:
    with pytest.raises(UsageError, match="use serial, processes or processes:N"):
        open_executor(name)


def test_one_core_needs_no_processes() -> None:
    assert isinstance(open_executor("processes:1"), SerialExecutor)
    assert count_cores() >= 1


def test_an_error_comes_out_where_the_result_is_asked_for() -> None:
    with SerialExecutor() as executor:
        future = executor.submit(int, "x")
        with pytest.raises(ValueError, match="invalid literal"):
            future.result()
