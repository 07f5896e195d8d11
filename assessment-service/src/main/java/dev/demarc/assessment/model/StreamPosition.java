package dev.demarc.assessment.model;

import dev.demarc.contracts.Copies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A place in the topic of gaps: of each partition, by its number, the first offset that comes after it. Offsets are the
 * topic's, so it means the same at each instance.
 */
public record StreamPosition(List<Long> next) {

    private static final int LONGEST = 1_000;
    private static final Pattern PART = Pattern.compile("(0|[1-9][0-9]{0,3})\\.(0|[1-9][0-9]{0,17})");

    /** Copies the offsets. */
    public StreamPosition {
        next = Copies.list(next);
    }

    /** Reads {@code 0.12-1.7}, every partition in its turn from 0; empty for any other text. */
    public static Optional<StreamPosition> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<Long> next = new ArrayList<>();
        for (String part : text.split("-", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches() || Integer.parseInt(matcher.group(1)) != next.size()) {
                return Optional.empty();
            }
            next.add(Long.parseLong(matcher.group(2)));
        }
        return Optional.of(new StreamPosition(next));
    }

    /** As it is read by {@link #parse}. */
    public String text() {
        return IntStream.range(0, next.size()).mapToObj(partition -> partition + "." + next.get(partition))
                .collect(Collectors.joining("-"));
    }

    /** Whether it lies at or behind the other in every partition; false where they have different ones. */
    public boolean reaches(StreamPosition other) {
        return next.size() == other.next.size()
                && IntStream.range(0, next.size()).allMatch(each -> next.get(each) >= other.next.get(each));
    }

    /** The later of the two in each partition; both must have the same ones. */
    public StreamPosition orLater(StreamPosition other) {
        return reaches(other)
                ? this
                : new StreamPosition(IntStream.range(0, next.size())
                        .mapToObj(each -> Math.max(next.get(each), other.next.get(each))).toList());
    }

    /** Whether the record at this offset comes after it. */
    public boolean isBefore(int partition, long offset) {
        return offset >= next.get(partition);
    }
}
