package dev.demarc.platform.deadletters;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;

/** Shows a record's bytes to people: as text where they are UTF-8, else as base64, 64 KiB at most. */
final class RecordView {

    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_BASE64 = LONGEST / 4 * 3;
    private static final int LONGEST_SEQUENCE = 3;
    private static final byte[] NONE = new byte[0];

    private RecordView() {}

    static DeadLetterDetail of(StoredRecord record) {
        byte[] value = record.value() == null ? NONE : record.value();
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        int shown = Math.min(value.length, LONGEST);
        for (int cut = 0; cut <= LONGEST_SEQUENCE && shown >= cut; cut++) {
            try {
                String text = decode(value, shown - cut);
                return new DeadLetterDetail(record.deadLetter(), headers, "utf-8", text);
            } catch (CharacterCodingException e) {
                if (value.length <= LONGEST) {
                    break;
                }
            }
        }
        ByteBuffer bytes = Base64.getEncoder()
                .encode(ByteBuffer.wrap(value, 0, Math.min(value.length, LONGEST_BASE64)));
        return new DeadLetterDetail(record.deadLetter(), headers, "base64",
                StandardCharsets.US_ASCII.decode(bytes).toString());
    }

    /** Fails on what is not UTF-8, also on a sequence that the end cuts off. */
    private static String decode(byte[] value, int length) throws CharacterCodingException {
        CharBuffer text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(value, 0, length));
        return text.toString();
    }
}
