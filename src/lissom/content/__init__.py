"""The one loader of what clinicians write: routines, pages of questions and phrases."""
