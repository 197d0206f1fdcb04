"""Hypothesis strategies that several parts test with."""
