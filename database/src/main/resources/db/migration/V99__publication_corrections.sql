-- Which publication a cut was made for is asked whenever somebody opens the cut.
create index step_cut on publication.step (cut) where cut is not null;
