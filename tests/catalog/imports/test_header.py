import pytest

from catalog.imports import as_json, read_circular

VALUES = {
    "circular_number": "1997:403",
    "diary_number": "1997/1403",
    "date": "1997-09-08",
    "handlers": ["Per Modell", "Ulla-Britt von Prov"],
    "sections": ["Sektionen för skola och barnomsorg"],
    "recipients": ["Kommunstyrelsen", "Individ- och familjeomsorg"],
    "title": "Skolplanen i vardagen - en handledning",
    "enclosures": ["Inbjudan", "Innehållsförteckning till handledningen"],
    "replaces": "1995:88",
}
LINES = """Cirkulärnr: 1997:403
Diariernr: 1997/1403
Handläggare: Per Modell
Ulla-Britt von Prov
Sektion/Enhet: Sektionen för skola och barn-
omsorg
Datum: 1997-09-08
Mottagare: Kommunstyrelsen
Individ-
och familjeomsorg
Rubrik: Skolplanen i vardagen
- en hand-
ledning
Ersätter: 1995:88
Bilagor: Inbjudan
Innehållsförteckning till handled-
ningen
"""
ALIASES = """Cirkulärnr: 1997:403
Dnr: 1997/1403
Handl: Per Modell, Ulla-Britt von Prov m.fl.
Avd/sek: Sektionen för skola och barnomsorg
Datum: 97-09-08
Till: Kommunstyrelsen, Individ- och familjeomsorg
Ang: Skolplanen i vardagen - en handledning
Ersätter: 1995:88
Bilagor: Inbjudan; Innehållsförteckning till handledningen
"""
BARE = """Cirkulärnr
1997:403

Diariernr
1997/1403

Handläggare
Per Modell
Ulla-Britt von Prov

Sektion/Enhet
Sektionen för skola och barnomsorg

Datum
8 september 1997

Mottagare
Kommunstyrelsen
Individ- och familjeomsorg

Rubrik
Skolplanen i vardagen - en handledning

Ersätter
1995:88

Bilagor
Inbjudan
Innehållsförteckning till handledningen
"""
COLUMNS = """Cirkulärnr   Diariernr   Datum        Ersätter
1997:403     1997/1403   1997-09-08   1995:88

Handläggare           Sektion/Enhet
Per Modell            Sektionen för skola och barnomsorg
Ulla-Britt von Prov

Mottagare: Kommunstyrelsen
Individ- och familjeomsorg
Rubrik: Skolplanen i vardagen - en handledning
Bilagor: - Inbjudan
- Innehållsförteckning till handledningen
"""
ONE_LINE = (
    "Cirkulärnr: 1997:403 Diarienr: 1997/1403 Handläggare: Per Modell Ulla-Britt von Prov Avdelning: "
    "Sektionen för skola och barnomsorg Datum: 1997-09-08 Mottagare: Kommunstyrelsen Individ- och "
    "familjeomsorg Rubrik: Skolplanen i vardagen - en handledning Ersätter: 1995:88 Bilagor: Inbjudan "
    "Innehållsförteckning till handledningen 1997-09-08 CIRKULÄR 1997:403"
)


@pytest.mark.parametrize("header", [LINES, ALIASES, BARE, COLUMNS, ONE_LINE], ids=range(5))
@pytest.mark.parametrize("letter", ["\nDetta brev handlar om skolan.\n", ""])
def test_header_is_read_in_every_layout(header, letter):
    extraction = as_json(read_circular(header + letter))
    assert {field: extraction[field] for field in VALUES} == VALUES


def test_header_ends_where_the_letter_repeats_it():
    letter = "Sektionen för skola och barnomsorg\nPer Modell\n1997-09-08\nSkolan är bra.\n"
    extraction = as_json(read_circular(LINES + letter))
    assert extraction["enclosures"] == VALUES["enclosures"]


@pytest.mark.parametrize("empty", ["", "-", "Inga"])
def test_empty_field_is_none(empty):
    extraction = as_json(
        read_circular(f"Cirkulärnr: 1997:1\nRubrik: Nytt\nErsätter: {empty}\nBilagor: {empty}\n")
    )
    assert (extraction["replaces"], extraction["enclosures"]) == (None, [])


def test_note_that_restricts_enclosures_is_no_enclosure():
    text = LINES + 'En skrift biläggs till Kommunstyrelsen. ("Skolan i siffror")\n'
    extraction = as_json(read_circular(text))
    assert extraction["enclosures"] == VALUES["enclosures"]
    assert extraction["restricted_enclosures"] == [
        {"recipients": ["Kommunstyrelsen"], "items": ["Skolan i siffror"]}
    ]
