package dev.demarc.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;

/** A file that is written while it is sent, no faster than the reader reads. */
public final class Download {

    private static final Executor WRITERS = Executors.newVirtualThreadPerTaskExecutor();
    private static final int CHUNK = 16_384;

    /** Writes a file, and leaves the stream open. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it. @throws IOException the reader has gone */
        void write(OutputStream out) throws IOException;
    }

    private Download() {}

    /** The answer under this file name; the content is written on a thread that may block, once somebody reads. */
    public static ResponseEntity<Flux<DataBuffer>> of(String name, MediaType type, Content content) {
        Flux<DataBuffer> body = Flux.from(DataBufferUtils.outputStreamPublisher(out -> {
            try {
                content.write(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, DefaultDataBufferFactory.sharedInstance, WRITERS, CHUNK));
        return ResponseEntity.ok().contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }
}
