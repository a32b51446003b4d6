"""Validates FHIR documents with a program nobody here wrote.

    python documents.py CODESYSTEM DOCUMENT...

R4B differs from R4 in none of the resources used here (Bundle, Composition, Patient,
Observation, QuestionnaireResponse, CodeSystem), so `fhir.resources.R4B` holds for both. What a
schema cannot say is checked after it: the rules for documents (bdl-7, 9, 10, 11), that every
reference resolves inside the file, that local codes are in the published list, and that a value
is either there or said to be absent.
"""

import json
import sys
import xml.etree.ElementTree as xml

from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.codesystem import CodeSystem

XHTML = "{http://www.w3.org/1999/xhtml}"
# What FHIR R4 allows in a narrative and is used here: HTML 4.0, chapters 7 to 11, where
# chapter 11 is tables with their heads (txt-1).
ELEMENTS = {XHTML + name for name in "div p ul ol li table tr th td b i".split()}


def fail(words):
    raise SystemExit(f"fhir: {words}")


def below(value, key):
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == key:
                yield inner
            yield from below(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from below(inner, key)


def narrative(text):
    root = xml.fromstring(text)
    if not "".join(root.itertext()).strip():
        fail("a narrative is empty (txt-2)")
    for element in root.iter():
        if element.tag not in ELEMENTS or set(element.attrib) - {"dir"}:
            fail(f"a narrative has {element.tag} {element.attrib} (txt-1)")


def observation(one):
    values = [name for name in one if name.startswith("value")]
    if len(values) + ("dataAbsentReason" in one) != 1:
        fail(f"an Observation has {values} and an absence (obs-6)")


def document(path, local):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    Bundle.model_validate_json(text)
    bundle = json.loads(text)
    entries = bundle["entry"]
    if bundle["type"] != "document" or not {"system", "value"} <= set(bundle["identifier"]):
        fail("it is no document with an identifier (bdl-9)")
    if "timestamp" not in bundle or entries[0]["resource"]["resourceType"] != "Composition":
        fail("it does not begin with a Composition at a time (bdl-10, bdl-11)")
    urls = [entry["fullUrl"] for entry in entries]
    if len(set(urls)) != len(urls) or not all(url.startswith("urn:uuid:") for url in urls):
        fail("two entries have one id, or an id of a server (bdl-7)")
    references = set(below(bundle, "reference"))
    if not references <= set(urls):
        fail("a reference does not resolve")
    if set(urls[1:]) - references:
        fail("an entry is referred to by nothing")
    for text in below(bundle, "div"):
        narrative(text)
    for entry in entries:
        resource = entry["resource"]
        labels = {label["code"] for label in resource["meta"]["security"]}
        if not {"R", "ETH"} <= labels:
            fail("a resource has no security labels")
        if resource["resourceType"] == "Observation":
            observation(resource)
    for coding in (one for many in below(bundle, "coding") for one in many):
        if coding["system"] == local["url"] and coding["code"] not in local["codes"]:
            fail(f"{coding['code']} is not in the published list")
    return len(entries)


def main(codes, *documents):
    with open(codes, encoding="utf-8") as file:
        text = file.read()
    CodeSystem.model_validate_json(text)
    published = json.loads(text)
    local = {"url": published["url"], "codes": {one["code"] for one in published["concept"]}}
    entries = [document(path, local) for path in documents]
    if len(entries) < 20:
        fail(f"only {len(entries)} documents")
    spoilt = json.dumps({"resourceType": "Bundle", "type": "novel", "entry": [{"fullUrl": 1}]})
    try:
        Bundle.model_validate_json(spoilt)
    except ValueError:
        pass
    else:
        fail("the validator finds nothing wrong with a spoilt file")
    print(f"fhir: {len(entries)} documents are valid, {sum(entries)} entries, every reference resolves")


if __name__ == "__main__":
    main(*sys.argv[1:])
