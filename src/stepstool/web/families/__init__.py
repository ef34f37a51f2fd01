"""Who: families, caregivers and their roles, children, invitations."""
