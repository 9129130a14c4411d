-- One schema a room: a room's tables are its own, and only its store reads or writes them.
create schema register;
create schema audit;
create schema calendar;
create schema directory;
create schema identity;
create schema indicators;
create schema publication;
create schema promises;
create schema payment;
create schema regulation;
create schema constitution;
create schema evidence;
create schema accounts;
create schema choices;
