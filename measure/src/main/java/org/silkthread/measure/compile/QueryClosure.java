package org.silkthread.measure.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.operator.Unary;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.Tuple;

/** A query over any number of sources. */
final class QueryClosure extends Closure {

    private static final Unary DISTINCT = Operator.DISTINCT.unary(null);

    record Related(Closure values, int slot, Closure suchThat, boolean without) {

        boolean keeps(Frame frame) {
            List<?> rows = Rows.of(values.value(frame));
            for (int i = 0; i < rows.size(); i++) {
                frame.locals[slot] = rows.get(i);
                if (suchThat.holds(frame)) {
                    return !without;
                }
            }
            return without;
        }
    }

    record Folded(int slot, Closure starting, Closure step, boolean distinct) {}

    @SuppressWarnings("ArrayRecordComponent")
    record Parts(
            Closure[] sources,
            int[] slots,
            List<String> aliases,
            Closure[] lets,
            int[] letSlots,
            Related[] relationships,
            @Nullable Closure where,
            @Nullable Closure result,
            boolean distinct,
            @Nullable Folded fold,
            @Nullable Sorting sorting) {}

    /** What is done with each row that is kept; false: no more rows are wanted. */
    private interface Visit {
        boolean row(Frame frame);
    }

    private final Settings settings;
    private final Parts parts;
    private final Closure[] sources;
    private final int[] slots;

    QueryClosure(Settings settings, Parts parts) {
        this.settings = settings;
        this.parts = parts;
        this.sources = parts.sources();
        this.slots = parts.slots();
    }

    @Override
    @Nullable
    Object value(Frame frame) {
        if (sources.length > 1 || parts.fold() != null) {
            return general(frame);
        }
        Object value = sources[0].value(frame);
        return value instanceof List<?> list ? ofOneList(frame, list) : value == null ? null : ofOneValue(frame, value);
    }

    /** What most queries are: a list, of which rows are kept. */
    private List<?> ofOneList(Frame frame, List<?> list) {
        List<@Nullable Object> rows = new ArrayList<>();
        int slot = slots[0];
        for (int i = 0; i < list.size(); i++) {
            frame.locals[slot] = list.get(i);
            if (kept(frame)) {
                rows.add(result(frame));
            }
        }
        List<@Nullable Object> found = parts.distinct() && rows.size() > 1 ? distinct(rows) : rows;
        return parts.sorting() == null ? found : parts.sorting().sorted(found, frame);
    }

    private @Nullable Object ofOneValue(Frame frame, Object value) {
        frame.locals[slots[0]] = value;
        return kept(frame) ? result(frame) : null;
    }

    private @Nullable Object general(Frame frame) {
        Object[] values = new Object[sources.length];
        boolean several = false;
        for (int i = 0; i < values.length; i++) {
            Object value = sources[i].value(frame);
            if (value == null) {
                return null;
            }
            values[i] = value;
            several |= value instanceof List<?>;
        }
        return parts.fold() == null ? rows(frame, values, several) : folded(frame, values, parts.fold());
    }

    private @Nullable Object rows(Frame frame, Object[] values, boolean several) {
        List<@Nullable Object> rows = new ArrayList<>();
        visit(frame, values, 0, at -> {
            rows.add(result(at));
            return true;
        });
        List<@Nullable Object> found = parts.distinct() && several && rows.size() > 1 ? distinct(rows) : rows;
        if (parts.sorting() != null) {
            found = parts.sorting().sorted(found, frame);
        }
        if (several) {
            return found;
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    private @Nullable Object folded(Frame frame, Object[] values, Folded fold) {
        if (fold.distinct()) {
            return foldedDistinct(frame, values, fold);
        }
        @Nullable Object[] folded = {fold.starting().value(frame)};
        visit(frame, values, 0, at -> {
            at.locals[fold.slot()] = folded[0];
            folded[0] = fold.step().value(at);
            return true;
        });
        return folded[0];
    }

    private @Nullable Object foldedDistinct(Frame frame, Object[] values, Folded fold) {
        List<@Nullable Object> rows = new ArrayList<>();
        visit(frame, values, 0, at -> {
            rows.add(result(at));
            return true;
        });
        Object total = fold.starting().value(frame);
        for (Object row : distinct(rows)) {
            for (int i = 0; i < slots.length; i++) {
                frame.locals[slots[i]] = slots.length > 1 && row instanceof Tuple tuple ? tuple.values()[i] : row;
            }
            bindLets(frame);
            frame.locals[fold.slot()] = total;
            total = fold.step().value(frame);
        }
        return total;
    }

    /** Stops at the first row that is not null. */
    @Override
    boolean exists(Frame frame) {
        if (parts.fold() != null) {
            return super.exists(frame);
        }
        if (sources.length == 1) {
            Object value = sources[0].value(frame);
            return value instanceof List<?> list
                    ? existsIn(frame, list)
                    : value != null && Rows.anyPresent(ofOneValue(frame, value));
        }
        Object[] values = new Object[sources.length];
        boolean several = false;
        for (int i = 0; i < values.length; i++) {
            Object value = sources[i].value(frame);
            if (value == null) {
                return false;
            }
            values[i] = value;
            several |= value instanceof List<?>;
        }
        if (!several) {
            return super.exists(frame);
        }
        return !visit(frame, values, 0, at -> result(at) == null);
    }

    private boolean existsIn(Frame frame, List<?> list) {
        int slot = slots[0];
        for (int i = 0; i < list.size(); i++) {
            frame.locals[slot] = list.get(i);
            if (kept(frame) && result(frame) != null) {
                return true;
            }
        }
        return false;
    }

    private boolean visit(Frame frame, Object[] values, int depth, Visit visit) {
        if (depth == values.length) {
            return !kept(frame) || visit.row(frame);
        }
        if (!(values[depth] instanceof List<?> rows)) {
            frame.locals[slots[depth]] = values[depth];
            return visit(frame, values, depth + 1, visit);
        }
        for (int i = 0; i < rows.size(); i++) {
            frame.locals[slots[depth]] = rows.get(i);
            if (!visit(frame, values, depth + 1, visit)) {
                return false;
            }
        }
        return true;
    }

    private void bindLets(Frame frame) {
        for (int i = 0; i < parts.lets().length; i++) {
            frame.locals[parts.letSlots()[i]] = parts.lets()[i].value(frame);
        }
    }

    private boolean kept(Frame frame) {
        bindLets(frame);
        for (Related relationship : parts.relationships()) {
            if (!relationship.keeps(frame)) {
                return false;
            }
        }
        return parts.where() == null || parts.where().holds(frame);
    }

    private @Nullable Object result(Frame frame) {
        if (parts.result() != null) {
            return parts.result().value(frame);
        }
        if (slots.length == 1) {
            return frame.locals[slots[0]];
        }
        @Nullable Object[] row = new Object[slots.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = frame.locals[slots[i]];
        }
        return new Tuple(parts.aliases(), row);
    }

    @SuppressWarnings("unchecked")
    private List<@Nullable Object> distinct(List<@Nullable Object> rows) {
        return (List<@Nullable Object>) Objects.requireNonNull(DISTINCT.apply(settings, rows));
    }
}
