# With no server for a while.
offline-title = This page is not here right now
offline-what = Lissom is not running on this computer, and this page was not kept for such times.
offline-still = Your sessions still work: today's plan and the player were kept. What you do is kept in this browser, and is added to your record when Lissom runs again.
offline-to-today = Go to today
offline-start = To start Lissom again, use the command “lissom” on this computer, or ask whoever set it up.
offline-earlier = This is an earlier copy of the page: Lissom is not running right now. What you did since then is not on it yet. A session can be started all the same.
