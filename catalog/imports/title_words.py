"""How the genre introduces a title, and where the title ends."""

from __future__ import annotations

import re

from catalog.imports.money import AMOUNT_PATTERN
from catalog.imports.words import EVENT, PUBLICATION_PATTERN, UPPER

QUOTED = re.compile(rf'"(?P<title>[{UPPER}\d][^"]{{1,160}})"')
NOUN_BEFORE = re.compile(
    rf"(?P<noun>{PUBLICATION_PATTERN})(?:,? (?:som heter|heter|med titeln|med namnet|kallad|ved navn"
    rf"|med titlen)|:|,)?\s?\Z",
    re.IGNORECASE,
)
OTHER_BEFORE = re.compile(
    r"\b(?:den|det) (?:ena|första|andra|tredje|fjärde|senare|förra|nya|anden|første)(?: är| heter|,)? ?\Z",
    re.IGNORECASE,
)
CHAIN_BEFORE = re.compile(r'"(?:,| och| samt| og)(?: även| också)?(?: \w+)? ?\Z')
NAMED = re.compile(
    rf"(?P<noun>{PUBLICATION_PATTERN})(?:,? (?:som heter|heter|med titeln|med namnet|kallad|ved navn"
    rf"|med titlen)|,)?"
    rf"\s(?P<title>[{UPPER}])"
)
DEFINITE = re.compile(r"(?:en|et|n)$", re.IGNORECASE)
VERB = (
    r"kostar|kommer|finns|är|har|kan|som|beställs|säljs|ges|ger|behandlar|utkom(?:mer)?|innehåller"
    r"|vänder|bifogas"
    r"|skickas|sänds|presenter\w+|beskriver|koster|er|fås|redovisa\w+|handlar|omfattar|ska|skall|vil"
    r"|distribueras"
    r"|medföljer|udkommer|bygger|riktar|rekvireras|erhålls|utges|var|blev|blir"
)
TITLE_END = re.compile(rf"\s*(?:[,;(\"]|[.:](?:\s|$)|\s(?:{VERB})\b|$)")
FACT = (
    rf"(?:\((?:[^()]{{0,40}}?\b)?\d+\s?(?:s\b|sid|sider)|\d+\s?(?:s\b|sid|sider)|\(?(?:art\b|artikel"
    rf"|best\.?\s?(?:nr|n)"
    rf"|beställnings?\s?n|ISBN|pris\b|kostar|koster|gratis|säljs|är (?:gratis|kostnadsfri|slutsåld)"
    rf"|er gratis)"
    r"|[1-9]\d{1,4}-\d{1,5}-[\dX]\b"
    rf"|(?:à |{AMOUNT_PATTERN}))"
)
ITEM = re.compile(
    rf"(?:-\s|\d{{1,2}}[.)]\s|[a-z]\)\s)?(?P<title>\"?[{UPPER}](?:[^.;!?()|]"
    rf"|(?<=\d)\.){{2,120}}?\"?)\s?[,:.(-]{{0,2}}\s?(?=(?:\(?[^()]{{0,60}}\)[,:]?\s)?{FACT})",
    re.IGNORECASE,
)
NO_TITLE = re.compile(
    rf"(?:{PUBLICATION_PATTERN}|(?:den|det|de|denna|detta|dessa|pris\w*|ytterligare|fler|flera"
    rf"|beställ\w*|bestil\w*"
    r"|alla|samtliga|vid|från|fra|moms|porto|frakt|till|för|for|exemplar|ett|et|en|kostnad\w*|avgift\w*"
    r"|rabatt\w*"
    r"|mängdrabatt|summa|totalt|logi|lunch|prenumeration\w*|abonnemang\w*|upplagan|styckpris\w*|tidigare"
    r"|ring|faxa"
    r"|isbn|titel|title|art|artikel\w*|hela|var|varje|medlemspris|ordinarie|yderligere|gratis"
    r"|expeditions\w+|uppdatering\w*"
    r"|vi|ni|du|i|på|sidor|namn|köp|vikt|omfång|format)\b)",
    re.IGNORECASE,
)
NO_TITLE_BEFORE = re.compile(
    r"(?:projekt\w*|begrepp\w*|temat?|rubriken?|parollen?|kampanj\w*|modell\w*|program\w*|utmärkelse\w*"
    r"|s\.?\s?k\.?"
    r"|kallade?|fråga\w*|ordet|uttrycket|kapitlet|avsnittet|artikeln|nätverket|"
    rf"(?:{EVENT.pattern}))\s?\Z",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:presenterades|redovisades|publicerades|tidigare|gavs ut|föregående|utkom (?:19|20)\d\d|utgavs)\b",
    re.IGNORECASE,
)
PRESENTING = re.compile(
    r"\b(?:gett ut|ger (?:nu )?ut|gi(?:vit|ver) ut|ges (?:nu )?ut|utgivit|utger|tagit fram|tar fram"
    r"|utarbeta\w+|ny|nya|nytt|kommer ut"
    r"|utkommit|föreligger|klara?|klart|finns nu|nu finns|finns att|publicerat|publicerar|producerat"
    r"|sammanställt|heter"
    r"|titeln|udgivet|udgiver|udkommet|redovisas|presenteras|resultatet|bifogas|distribueras|skickas"
    r"|kan beställas"
    r"|kan också beställas|rekommendera\w*|lansera\w*|har kommit|utkommer|beställ\w*|kan bestilles"
    r"|rekvirera\w*)\b",
    re.IGNORECASE,
)
TITLE_HEAD = re.compile(r"\s-\s|:\s|\.\s")
