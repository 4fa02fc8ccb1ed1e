"""Writes the sample units: invented offices, real procedures, known faults."""
