package dev.demarc.platform.deadletters;

import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A dead letter with every byte of the record that it was. */
@SuppressWarnings("ArrayRecordComponent") // the bytes go from the store to the broker, nothing compares them
record StoredRecord(
        DeadLetter deadLetter,
        byte @Nullable [] key,
        List<Header> headers,
        byte @Nullable [] value) {}
