"""Whether a posture is one that a body can take: angles, contacts, limbs that meet."""
