# What the server answers to the player when it cannot do what it was asked.
api-not-written = What was sent could not be written down on this machine just now.
api-not-written-hint = It is kept in the browser and is sent again. Is the disk full? The command “lissom where” names the folder.
