package dev.demarc.platform.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page of a list begins. Opaque and safe in an address: Base64url of a version, a CRC-32 and the
 * parts, so that a cut, mistyped or foreign one is told from a real one. It holds nothing secret and grants nothing.
 *
 * @param list which list and order it belongs to, like {@code gaps:dueAt}; another list refuses it
 * @param position the sort values of the last item shown, unique as a whole
 */
public record Cursor(String list, List<String> position) {

    private static final int VERSION = 1;
    private static final int LONGEST = 2_000;
    private static final int MOST_PARTS = 16;
    private static final String EXPECTED = "the value of next from the page before, of the same list and order";

    /** Keeps its own copy; at most 16 parts. */
    public Cursor {
        position = List.copyOf(position);
        if (position.size() > MOST_PARTS) {
            throw new IllegalArgumentException("a cursor has at most " + MOST_PARTS + " parts, not " + position.size());
        }
    }

    /** A cursor of some parts. */
    public static Cursor of(String list, String... position) {
        return new Cursor(list, List.of(position));
    }

    /** As it stands in {@code next} and in {@code ?cursor=}, at most 2,000 characters. */
    public String encode() {
        byte[] body = body();
        CRC32 crc = new CRC32();
        crc.update(body);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt((int) crc.getValue());
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        if (text.length() > LONGEST) {
            throw new IllegalStateException("a cursor of " + list + " takes " + text.length() + " characters");
        }
        return text;
    }

    /** Reads {@code ?cursor=}; null without one; {@link BadInput} for what this list did not give. */
    public static @Nullable Cursor decode(String list, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        Cursor cursor = text.length() > LONGEST ? null : read(text);
        if (cursor == null || !cursor.list.equals(list)) {
            throw new BadInput("cursor", text, EXPECTED);
        }
        return cursor;
    }

    private static @Nullable Cursor read(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (in.readByte() != VERSION) {
                return null;
            }
            int sum = in.readInt();
            CRC32 crc = new CRC32();
            crc.update(bytes, 5, bytes.length - 5);
            return (int) crc.getValue() == sum ? parts(in) : null;
        } catch (IllegalArgumentException | IOException e) {
            return null;
        }
    }

    private static Cursor parts(DataInputStream in) throws IOException {
        String list = in.readUTF();
        int count = in.readUnsignedByte();
        List<String> position = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            position.add(in.readUTF());
        }
        return new Cursor(list, position);
    }

    private byte[] body() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(list);
            out.writeByte(position.size());
            for (String part : position) {
                out.writeUTF(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
