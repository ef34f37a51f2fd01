"""What no sentence may say: shame, threat, comparison, pressure, blame, medicine, doses, promises.

Nor what burns, nor what is so of some children and is said of every child.

One table a language. A language without a table of its own fails its test: whoever adds
one adds what hurts in it. Patterns are whole phrases where a word alone is harmless.
"""

import re

FORBIDDEN = {
    "en": {
        "shame": (
            r"\b(naughty|lazy|dirty (girl|boy|child|pants)|disgusting|yuck\w*|eww*|stinky|gross|shame on|ashamed"
            r"|embarrassing|bad (girl|boy|child)|messy|what a mess)\b"
        ),
        "baby as an insult": (
            r"\b((like|such|only|just) a (little )?baby|be a baby|babyish|not a baby any"
            r"|you(’re| are) too (big|old)|big (girl|boy|kid|child)|only babies|grow up!)"
        ),
        "threat": (
            r"\b(or else|or you(’ll| will)|if you don’t (sit|go|use|try|stop)|no (more )?(tv|sweets|dessert) (if|until|today|for you)"
            r"|will be taken|lose (your|the) |punished|consequence\w*|last chance|or we)\b"
        ),
        "comparison": (
            r"\b(other (children|kids) (can|do|are)|at your age"
            r"|your (brother|sister|friend|cousin)s? (can|could|does)|behind (others|peers)"
            r"|than (other|most) children|everybody else can|normal children)\b"
        ),
        "pressure": (
            r"\b(should(n’t)?|(?<!what )must(n’t)?|ought to|you have to"
            r"|overdue|too late|hurry up|deadline|finally|it(’s| is) (high )?time to"
            r"|just push|try harder|make (her|him|them|\{them\}) sit)\b"
        ),
        "blame": (
            r"\b(your (own )?fault|you (failed|caused)|fail(ed|ing|ure)"
            r"|because you (did|never|always)|disappoint\w*|why (did|didn’t) you|spoil(ed|t)|manipulat\w*"
            r"|stubborn|(does|did|doing) (it|that|this) on purpose|misbehav\w*)\b"
        ),
        "the doctor’s word": r"\bconstipat\w*",
        "medicine": (
            r"\b(macrogol|movicol|miralax|polyethylene|peg 3350|lactulose|senna|senokot"
            r"|bisacodyl|dulcolax|docusate|picosulfate|glycerin\w*|microlax|fleet|laxido"
            r"|mineral oil|milk of magnesia|probiotic\w*|ibuprofen|paracetamol)\b"
        ),
        "dose": r"\b\d+\s?(mg|mcg|sachets?|tablets?|drops|spoonfuls?|teaspoons?)\b",
        "promise": (
            r"\b(it will (come|pass|stop|heal|go away)|it (passes|heals) (by itself|all)|will (surely|certainly)"
            r"|is forgotten|comes? by itself soon|in no time|i promise)\b"
        ),
        "fire and scalding": r"\b(hot (soup|tea|water|milk)|candles?|lit match(es)?|boiling)\b",
        "where it lands, of every child": r"\b(poops in a diaper\b(?!\?)|(and|,) (she|he|they|\{they\}) asks?(\{s\})? for one)\b",
    }
}
# Said to be left unsaid, or said by others: quoted so that a family knows it again.
SPARED = {
    "en": (
        "no failure",
        "isn’t {name}’s fault",
        "not your fault",
        "isn’t your fault",
        "“just push”",
        "you did not cause this",
        "don’t have to",
        "not on purpose",
        "isn’t on purpose",
        "nobody is to blame",
    )
}


def faults_of(sentence: str, code: str = "en") -> list[str]:
    """Give the names of what a sentence does that no sentence may do."""
    plain = sentence.replace("'", "’").lower()
    for spared in SPARED[code]:
        plain = plain.replace(spared, "")
    table = FORBIDDEN[code]
    return [name for name, words in table.items() if re.search(words, plain)]
