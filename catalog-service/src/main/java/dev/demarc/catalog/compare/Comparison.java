package dev.demarc.catalog.compare;

import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.contracts.catalog.Category;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Responsibility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The customer's duties of one set of services beside those of another, each list by domain and control. A set has a
 * duty where one of its services has it.
 *
 * @param dropped duties of the first set that the second says are somebody else's or nobody's
 * @param kept duties of both
 * @param added duties of the second set that the first says are somebody else's or nobody's
 * @param unsaid duties of one set about which the other says nothing
 */
public record Comparison(
        List<Compared> from,
        List<Compared> to,
        List<Duty> dropped,
        List<Duty> kept,
        List<Duty> added,
        List<Duty> unsaid) {

    private static final Comparator<Duty> BY_DOMAIN = Comparator.comparing(Duty::domain)
            .thenComparing(Duty::control);

    /** A service that is compared. */
    public record Compared(
            String key,
            int version,
            String name) {

        static Compared of(PublishedVersion version) {
            return new Compared(version.entry().key(), version.entry().version(), version.model().name());
        }
    }

    /** What goes, stays and comes for who takes the second set instead of the first. */
    public static Comparison of(List<PublishedVersion> from, List<PublishedVersion> to) {
        Map<String, Control> controls = new TreeMap<>();
        Map<String, List<Side>> before = sides(from, controls);
        Map<String, List<Side>> after = sides(to, controls);
        Comparison result = new Comparison(from.stream().map(Compared::of).toList(),
                to.stream().map(Compared::of).toList(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>());
        for (Control control : controls.values()) {
            result.add(control, before.getOrDefault(control.id(), List.of()),
                    after.getOrDefault(control.id(), List.of()));
        }
        return new Comparison(result.from, result.to, sorted(result.dropped), sorted(result.kept),
                sorted(result.added), sorted(result.unsaid));
    }

    private void add(Control control, List<Side> before, List<Side> after) {
        boolean had = before.stream().anyMatch(Side::isDuty);
        boolean has = after.stream().anyMatch(Side::isDuty);
        if (!had && !has) {
            return;
        }
        boolean unsaidHere = before.isEmpty() || after.isEmpty();
        Change change = unsaidHere ? Change.NOT_SAID : change(had, has, before, after);
        List<Duty> list = unsaidHere ? unsaid : had && has ? kept : had ? dropped : added;
        list.add(new Duty(control.id(), control.title(), control.domain(), change, before, after));
    }

    private static Change change(boolean had, boolean has, List<Side> before, List<Side> after) {
        if (had && has) {
            int order = Integer.compare(weight(after), weight(before));
            return order < 0 ? Change.EASED : order > 0 ? Change.GROWN : Change.SAME;
        }
        if (had) {
            return weight(after) == 0 ? Change.FALLS_AWAY : Change.TAKEN_OVER;
        }
        return weight(before) == 0 ? Change.APPEARS : Change.HANDED_OVER;
    }

    /** How much is left to the customer by the service that leaves most. */
    private static int weight(List<Side> sides) {
        return sides.stream().mapToInt(side -> weight(side.category())).max().orElse(0);
    }

    private static int weight(Category category) {
        return switch (category) {
            case NOT_APPLICABLE -> 0;
            case INHERITED -> 1;
            case SHARED -> 2;
            case CUSTOMER_SPECIFIC -> 3;
        };
    }

    private static Map<String, List<Side>> sides(List<PublishedVersion> versions, Map<String, Control> controls) {
        Map<String, List<Side>> sides = new TreeMap<>();
        for (PublishedVersion version : versions) {
            version.model().controls().forEach(control -> controls.put(control.id(), control));
            for (Responsibility cell : version.model().responsibilities()) {
                sides.computeIfAbsent(cell.control(), _ -> new ArrayList<>()).add(Side.of(version.model(), cell));
            }
        }
        return sides;
    }

    private static List<Duty> sorted(List<Duty> duties) {
        return duties.stream().sorted(BY_DOMAIN).toList();
    }
}
