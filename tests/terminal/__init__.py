"""Tests of the player in a terminal."""
