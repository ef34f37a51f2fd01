"""What the commands do inside the house; importing this sets Django up.

Only the functions of commands that need Django import it, after they have put
into the environment what the settings are to read. It wants a house that is there; who may
begin one, or restores one, looks at its ground before (`cli.ground`).
"""

from stepstool.cli import ground

ground.enter()
