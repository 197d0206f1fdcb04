# What stands around every page.
frame-about = Guided sessions of the stretches a clinic handed out.
frame-skip = Skip to the content
frame-nav = Pages
frame-today = Today
frame-progress = Progress
frame-settings = Settings
frame-contact = Contact your clinic
frame-is = A guide to the stretches a clinic handed out. Not a diagnosis and not a treatment: stop at any pain, numbness, tingling or dizziness.
frame-review = This translation still waits for a clinician's review. If in doubt, ask your clinic.

# Errors
fault-title = That did not work
fault-back = Back to today
fault-host = Lissom answers on this machine only, by its own address.
fault-foreign = Lissom gives nothing to the pages of other sites.
fault-refused = The form was not sent from one of Lissom's own pages, so nothing was changed.
fault-refused-hint = Go back, load the page again, and send it once more. Cookies of this address must be allowed.
fault-not-found = There is no such page.
fault-not-found-hint = The address may have a slip in it.
fault-bad-request = The request could not be understood, so nothing was changed.
fault-bad-request-hint = Go back, and try it once more.
fault-ours = This is a fault of ours, not yours. What was recorded before is kept.
fault-ours-hint = Try it once more. If it stays, stop here for today.
fault-data-folder = your data folder
fault-another = This page belongs to another person's record than the one that is open here now
fault-another-hint = Nothing was written down, in this record or in the other. Go to Today, and say it there if it was about you.
