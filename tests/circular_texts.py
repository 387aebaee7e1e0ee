"""Invented circulars in the words of the genre, for tests of importing."""

CONVERSATIONS = """\
Cirkulärnr: 1998:77
Diariernr: 1998/2211
Nyckelord: Delaktighet
Handläggare: Ingrid Påhittad
Sektion/Enhet: Demokratisektionen
Datum: 1998-03-16
Mottagare: Kommunstyrelsen
Idrott - fritid
Rubrik: Samtal i nämnden
Ersätter: 1995:12
Bilagor: Samtal i nämnden
- en intervjubok om att lyssna

1998-03-16

Kommunstyrelsen
Idrott - fritid

Samtal i nämnden

Hur hinner en nämnd prata färdigt? Sju ordförande har försökt på olika sätt, och det ena \
lyckades bättre än det andra.

I intervjuboken berättar de sju vad de lärde sig. Intervjuboken skickas i ett exemplar till alla \
kommunstyrelser.

Fler exemplar av intervjuboken beställs av Rut Provare, tel 08-465 004 91. Den kostar 100 kr eller 65 kr \
vid köp av minst 15 ex, moms och porto tillkommer.

Arbetssätten visas i häftet "Samtal i nämnden - fyra kommuner provar", som också beställs av Rut Provare \
och kostar 25 kr, moms och porto tillkommer.

Frågor besvaras av Ingrid Påhittad, tel 08-465 004 92.

SVENSKA KOMMUNFÖRBUNDET
Demokratisektionen

Torsten Låtsas

Ingrid Påhittad
"""

NIGHTS = """\
Cirkulärnr: 1999:14
Handläggare: Bo Exempel
Avd/Sek: Personal
Datum: 1999-01-25
Mottagare: Personalnämnd
Äldreomsorg
Den tysta nämnden
Rubrik: Nätter på jobbet
Bilagor: Beställningskort

Nätter på jobbet

"Nätter på jobbet" är en bok på 88 sidor om schema och sömn. Priset är 120 kr exkl. moms och porto. \
Beställningsnr 7099-901-5.

Boken beställs hos Kommentus förlag AB, tel 08-465 004 93.

SVENSKA KOMMUNFÖRBUNDET

Bo Exempel
"""

REPRINT = """\
Cirkulärnr: 2000:3
Datum: 2000-01-10
Handläggare: Bo Exempel
Mottagare: Äldreomsorg
Rubrik: Nätter på jobbet i ny upplaga

Nätter på jobbet i ny upplaga

Boken "Nätter på jobbet" har tryckts om. Den kostar nu 140 kr exkl. moms och porto. Beställningsnr 7099-901-5.

Boken beställs hos Kommentus förlag AB, tel 08-465 004 93.

SVENSKA KOMMUNFÖRBUNDET

Bo Exempel
"""

DANISH_PAGE = """\
Indhold

14.03.11 10:20

Godt naboskab - to pjecer om støj i byen

"Godt naboskab til beboerne" er gratis.

"Godt naboskab til kommunen" er på 24 sider. Pris DKK 80,00 ekskl. moms.

Bestilling: stoj@kommune.example.

Yderligere materiale
"""

SERIES = """\
Cirkulärnr: 1995:7
Handläggare: Siv Modell
Sektion/Enhet: Utveckling
Datum: 1995-02-06
Mottagare: Kommunstyrelsen
Äldreomsorg
Rubrik: Tre år av försök
Bilagor: Folder om skriftserien
Vakna nätter (endast Kommunstyrelsen)
Program

Tre år av försök

Försöken beskrivs i en skriftserie. Den 14 mars 1995 ordnar vi konferensen Tre år på två timmar. Avgiften \
är 900 kr.

SVENSKA KOMMUNFÖRBUNDET

Siv Modell
"""
