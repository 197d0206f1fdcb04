"""FHIR R4 as HL7 defines it, for the few resources that Lissom writes, and a check against it."""
