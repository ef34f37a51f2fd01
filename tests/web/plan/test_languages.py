"""Every state of the plan in a made-up language, long and from right to left."""

from collections.abc import Callable

import pytest

from tests.web.cast import Cast
from tests.web.pages import address
from tests.web.plan.diaries import counting, decided, learned, on_a_break, soft, sore

STATES: dict[str, Callable[[Cast], None]] = {
    "none": lambda cast: soft(cast, 9, 0),
    "stuck": sore,
    "chosen": lambda cast: (soft(cast, 9, 0), decided(cast, 0.1), None)[-1],
    "counting": counting,
    "learned": learned,
    "break": lambda cast: on_a_break(cast, 18),
    "over": lambda cast: on_a_break(cast, -1),
}


@pytest.mark.parametrize("name", ["plan", "plan-so-far", "ladders"])
@pytest.mark.parametrize("state", STATES)
def test_no_page_breaks_in_it(cast, pseudo: str, state: str, name: str) -> None:
    STATES[state](cast)
    headers = {"accept-language": pseudo}
    answer = cast.anna.client.get(address(cast, name), headers=headers)
    assert answer.status_code == 200
    assert 'dir="rtl"' in answer.content.decode()
