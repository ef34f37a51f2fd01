"""The pages of accounts, families and invitations."""
