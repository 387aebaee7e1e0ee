"""The vocabulary of the genre, Swedish and Danish, as pieces of regular expressions."""

from __future__ import annotations

import re

UPPER = "A-ZÅÄÖÆØÉÜ"
LOWER = "a-zåäöæøéü"

# A publication is named by what it is: "boken", "intervjuboken", "en handledning", "pjecen".
_SINGULAR = (
    r"bok(?:en)?|bog(?:en)?|h[äæ]fte[tn]?|handledning(?:en)?|rapport(?:en)?|broschyr(?:en)?|brochuren?"
    r"|antologi(?:e?n)?|pärm(?:en)?|studiematerial(?:et)?|diskussionsmaterial(?:et)?"
    r"|publikation(?:en)?|lathund(?:en)?|vägledning(?:en)?|vejledning(?:en)?|katalog(?:en)?"
    r"|manual(?:en)?|pjecen?|affisch(?:en)?|diskett(?:en)?|videofilm(?:en)?|kassett(?:en)?"
    r"|trycksak(?:en)?|informationsblad(?:et)?|faktablad(?:et)?|foldern|folderen|cd-skiva[n]?"
    r"|positionspapper(?:et)?|sammanställning(?:en)?|skrift(?:en)?"
)
_PLURAL = (
    r"skrifter(?:na)?|böcker(?:na)?|bøger(?:ne)?|häften(?:a)?|hæfter(?:ne)?|rapporter(?:na|ne)?"
    r"|broschyrer(?:na)?|brochurer(?:ne)?|pjecer(?:ne)?|publikationer(?:na|ne)?|titlar(?:na)?|titler(?:ne)?"
    r"|handledningar(?:na)?|vägledningar(?:na)?|vejledninger(?:ne)?|delar(?:na)?"
)
# Words that end like one but are none: a journal, a signature, a regulation, an invoice book.
_NOT = r"(?!tidskrift|tidsskrift|underskrift|föreskrift|påskrift|avskrift|namnunderskrift|bankbok)"
PUBLICATION = re.compile(
    rf"(?<![\w-]){_NOT}(?P<noun>[{LOWER}-]{{0,30}}?(?:{_SINGULAR}))\b(?!@|\.\w)", re.IGNORECASE
)
PUBLICATIONS = re.compile(rf"(?<![\w-]){_NOT}(?P<noun>[{LOWER}-]{{0,30}}?(?:{_PLURAL}))\b", re.IGNORECASE)
PUBLICATION_PATTERN = rf"(?<![\w-]){_NOT}[{UPPER}{LOWER}-]{{0,30}}?(?:{_SINGULAR}|{_PLURAL})\b"
_ENDING = re.compile(r"(?<=\w{3})(?:erna|arna|erne|en|et|n|t|e)$")
# A specific noun ("intervjubok") points at one publication, a general one ("skriften") at any.
_GENERAL = frozenset({"bok", "bog", "skrift", "publikatio", "publikation", "titel", "exemplar", "trycksak"})


def stem(noun: str) -> str:
    """The noun without its ending: boken -> bok, häftet -> häft."""
    return _ENDING.sub("", noun.casefold())


def is_general(noun_stem: str) -> bool:
    """True for nouns that may stand for any publication."""
    return noun_stem in _GENERAL


EVENT = re.compile(
    r"(?<![\w-])[\w-]{0,30}?(?:konferens(?:en|er|erna)?|konference[nr]?|seminari(?:um|et|er|erna|um-)|seminar(?:et|er)?"
    r"|kursen|kurser(?:na)?|kurs|temadag(?:en|ar|arna)?|kursdag(?:en|ar)?|utbildningsdag(?:en|ar|arna)?"
    r"|informationsdag(?:en|ar)?|studiedag(?:en|ar)?|temamøde[tr]?|mässan?|hearing(?:en)?|workshops?)\b",
    re.IGNORECASE,
)

ORDER = re.compile(
    r"\b(?:(?:efter)?beställ(?:s|as|er|a|t|ning(?:ar|en)?)?|rekvirer\w*|köp(?:as|s|a)?|inköp(?:as|s)|skaffas"
    r"|införskaffas|bestil(?:les|ling(?:er|en)?|l)|rekvireres|købes|fås (?:från|hos|genom)"
    r"|erhållas (?:från|hos|genom)|ordermottag\w*|ordertelefon\w*|(?:ring|faxa)(?= )|säljs (?:av|hos|genom)"
    r"|tillhandahålls)\b",
    re.IGNORECASE,
)

NUMBER_WORDS = {
    "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9,
    "tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16,
    "tjugo": 20, "tjugofem": 25, "trettio": 30, "fyrtio": 40, "femtio": 50, "hundra": 100,
    "et": 1, "to": 2, "fire": 4, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10, "tyve": 20,
    "femogtyve": 25, "tredive": 30, "halvtreds": 50, "hundrede": 100,
}  # fmt: skip
COUNT = r"(?:\d{1,6}|" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + r")"


def count(word: str) -> int:
    """A number in digits or words."""
    return int(word) if word.isdigit() else NUMBER_WORDS[word.casefold()]
