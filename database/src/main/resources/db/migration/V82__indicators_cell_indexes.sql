-- One index serves the current figures of an organisation and their history: each index more is paid by every imported row.
drop index indicators.cell_of_organisation;
drop index indicators.cell_history;
drop index indicators.cell_submission;
create index cell_of_organisation on indicators.cell (organisation, indicator, period_end desc);
