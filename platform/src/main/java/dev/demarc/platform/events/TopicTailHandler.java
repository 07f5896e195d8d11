package dev.demarc.platform.events;

import java.util.List;
import java.util.Set;

/** What is done with the end of a topic, always on the reader's own thread; what it throws is logged and passed over. */
public interface TopicTailHandler {

    /**
     * Reading begins: the first offset that is read and the offset of the end as it is now, both by partition. Comes
     * before any record, and again where the topic was made anew or got more partitions.
     */
    void begun(List<Long> from, List<Long> end);

    /** What one poll gave, each partition in its order; called ten times a second, mostly without records. */
    void polled(List<Received> records);

    /** The partitions from which nothing more is to be read for now; asked before each poll. */
    Set<Integer> full();
}
