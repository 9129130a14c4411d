-- Which publication a cut was made for is asked whenever somebody opens the cut.
create index step_cut on publication.step (cut) where cut is not null;

-- A correction is proposed by one person and signed by another. Until it is signed only the owner's people see it; it may
-- be dropped with a reason.
alter table publication.step drop constraint step_step_check;
alter table publication.step add constraint step_step_check check (step in
    ('open', 'write', 'freeze', 'attach', 'sign-off', 'send-back', 'publish', 'propose', 'correct', 'drop', 'withdraw'));
alter table publication.step add constraint step_proposed check
    (step <> 'propose' or (about is not null and words <> '' and reason <> ''));
alter table publication.step add constraint step_dropped check (step <> 'drop' or reason <> '');
