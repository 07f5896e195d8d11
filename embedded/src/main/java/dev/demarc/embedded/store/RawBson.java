package dev.demarc.embedded.store;

import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** Documents as BSON bytes: what is stored never changes under a reader, and a filter decodes only what it looks at. */
final class RawBson {

    private static final int LARGEST = 16 * 1024 * 1024;

    private RawBson() {}

    static byte[] encode(Document document) {
        ByteBuf buffer = PooledByteBufAllocator.DEFAULT.heapBuffer(1024);
        try {
            BsonEncoder.encodeDocument(document, buffer);
            if (buffer.readableBytes() > LARGEST) {
                throw new MongoServerError(10334, "BSONObjectTooLarge",
                        "Document is " + buffer.readableBytes() + " bytes, at most " + LARGEST + " are allowed");
            }
            byte[] bytes = new byte[buffer.readableBytes()];
            buffer.readBytes(bytes);
            return bytes;
        } finally {
            buffer.release();
        }
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    /** Only the named top-level fields, in the document's order; null for all. */
    static Document decode(byte[] bytes, @Nullable Set<String> fields) {
        if (fields == null) {
            return decode(bytes);
        }
        Document document = new Document();
        ByteBuf in = Unpooled.wrappedBuffer(bytes);
        in.skipBytes(Integer.BYTES);
        int left = fields.size();
        while (left > 0) {
            byte type = in.readByte();
            if (type == 0) {
                break;
            }
            String name = BsonDecoder.decodeCString(in);
            if (fields.contains(name)) {
                document.put(name, BsonDecoder.decodeValue(type, in));
                left--;
            } else {
                skip(type, in);
            }
        }
        return document;
    }

    private static void skip(byte type, ByteBuf in) {
        switch (type) {
            case 0x01, 0x09, 0x11, 0x12 -> in.skipBytes(8);
            case 0x02 -> in.skipBytes(in.readIntLE());
            case 0x03, 0x04 -> in.skipBytes(in.readIntLE() - Integer.BYTES);
            case 0x05 -> in.skipBytes(in.readIntLE() + 1);
            case 0x07 -> in.skipBytes(12);
            case 0x08 -> in.skipBytes(1);
            case 0x0A, 0x7F, (byte) 0xFF -> in.skipBytes(0);
            case 0x10 -> in.skipBytes(4);
            case 0x13 -> in.skipBytes(16);
            default -> BsonDecoder.decodeValue(type, in);
        }
    }
}
