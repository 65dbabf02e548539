"""Why a rule fired in a text, or did not."""

import pytest

from diplonews import explain
from diplonews.lexicons.tables import default_tables

CASES = [
    ("Oslo fired a warning shot at Riga.", "mobilize.v.warning_shot", "'fired': fired: <Event MOBILIZE NOR > LVA"),
    ("Oslo fired a warning shot.", "mobilize.v.warning_shot", "'fired': condition not met: at/near/over/"),
    ("Oslo fired at Riga.", "mobilize.v.warning_shot", "'fired': condition not met: o=warning shot|flare|warning"),
    ("Oslo called Riga.", "accuse.v.call_in", "'called': condition not met: the word 'in', in=@envoy"),
    ("Somebody rebuked Riga.", "accuse.v.accuse", "'rebuked': conditions met, but no actor is found"),
    ("Oslo rebuked Riga before the playoffs.", "accuse.v.accuse", "'rebuked': conditions met, but veto.sport"),
    ("Oslo bombed Riga.", "accuse.v.call_in", "the text has no word of accuse.v.call_in"),
    ("Oslo plans to rebuke Riga.", "status.plan", "'plans' for 'rebuke': fired"),
    (
        "Oslo, which denied the charge, rebuked Riga.",
        "status.denial",
        "'denied' for 'rebuked': condition not met: above",
    ),
    ("Oslo has plans to rebuke Riga.", "status.plan.none", "'plans' for 'rebuke': condition not met: no=yes"),
    ("Oslo rebuked Riga and planned a fair.", "status.plan", "'planned' for 'rebuked': condition not met: above: "),
    ("Oslo may plan to rebuke Riga.", "status.plan", "'plan' for 'rebuke': fired, but status.modal is stronger"),
    ("Oslo rebuked Riga before the playoffs.", "veto.sport", "the sentence: fired"),
    ("Oslo rebuked Riga.", "veto.sport", "the sentence: condition not met: word=@coding.surely_sport"),
    ("Oslo fined Mali for bombing Riga.", "veto.reason", "'bombing': fired"),
    ("Oslo called the Latvian envoys.", "veto.naming", "'called': condition not met: named=yes"),
]


@pytest.mark.parametrize(("text", "rule", "told"), CASES)
def test_diagnosis(text, rule, told):
    """Each word that the rule is about has a line that names the condition that failed."""
    assert told in explain(text, rule=rule)


def test_the_user_s_own_row():
    """Rows of the user's tables can be asked for."""
    row = {"id": "my.greet", "lemmas": "hobnob", "pos": "v", "type": "CONSULT", "roles": "s=with"}
    mine = default_tables().with_added("triggers", [row])
    assert "fired" in explain("Oslo hobnobbed with Riga.", rule="my.greet", tables=mine)


def test_unknown_rule():
    """An id that no row has is an error that names the tables."""
    with pytest.raises(LookupError, match=r"no row 'my\.rule' in the tables triggers, status and vetoes"):
        explain("Oslo rebuked Riga.", rule="my.rule")


def test_an_event_has_no_rule_to_try():
    """A rule is tried on a text."""
    with pytest.raises(TypeError, match=r"with rule=, explain takes an Article or a str \(got int\)"):
        explain(3, rule="status.plan")
