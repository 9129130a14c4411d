-- A frozen, signed set of figures. The signed text is kept byte for byte; the rows beside it are for finding figures.
create table indicators.cut (
    id uuid primary key,
    title text not null,
    created_at timestamptz not null,
    created_by text not null,
    content text not null,
    sha256 text not null,
    signature text not null,
    public_key text not null
);
create table indicators.cut_figure (
    cut uuid not null references indicators.cut (id),
    position integer not null,
    figure text not null,
    primary key (cut, position),
    unique (cut, figure)
);
create index cut_figure_figure on indicators.cut_figure (figure);
create trigger cut_no_change before update or delete or truncate on indicators.cut
    for each statement execute function indicators.refuse_change();
create trigger cut_figure_no_change before update or delete or truncate on indicators.cut_figure
    for each statement execute function indicators.refuse_change();
