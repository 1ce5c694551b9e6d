package org.tenon.web.events;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What goes over the line, as the HTML standard's chapter on server-sent events has it. */
final class Frame {

    private Frame() {
    }

    /** An event. @param data JSON without line breaks @param id what a browser that reconnects names, null to leave that as it is */
    static byte[] event(String name, String data, @Nullable Long id) {
        String number = id == null ? "" : "id: " + id + "\n";
        return bytes(number + "event: " + name + "\ndata: " + data + "\n\n");
    }

    /** Keeps the line open, and moves the browser's position on where nothing was for it. */
    static byte[] sign(long position) {
        return bytes(": \nid: " + position + "\n\n");
    }

    /** The first thing on a line. @param retryMillis how long the browser waits before it reconnects */
    static byte[] hello(long position, int retryMillis) {
        return bytes("retry: " + retryMillis + "\nid: " + position + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
