import json
from pathlib import Path

import pytest

from catalog.imports import as_json, decode, read_circular

FOLDER = Path(__file__).parent / "samples"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_sample_gives_its_extraction(name):
    text = decode((FOLDER / f"{name}.txt").read_bytes())
    expected = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert as_json(read_circular(text, source_file=f"{name}.txt")) == expected
