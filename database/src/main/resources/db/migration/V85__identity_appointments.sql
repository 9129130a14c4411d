-- Posts that end by themselves, and a name for people in addresses that tells nothing about them.
alter table identity.account add column id uuid not null default gen_random_uuid() unique;
alter table identity.post add column until timestamptz check (until > begun_at);

-- The posts that count at this moment. Everything that asks who holds a post asks here.
create view identity.held_post with (security_invoker = true) as
select username, role, organisation, begun_at, until
from identity.post
where ended_at is null and (until is null or until > now());
