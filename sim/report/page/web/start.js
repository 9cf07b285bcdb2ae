// The last of the scripts: reads the data that stands in the page.
'use strict';

orgsim.page.start(document.getElementById('page'), JSON.parse(document.getElementById('data').textContent),
  document.documentElement.dataset.language);
