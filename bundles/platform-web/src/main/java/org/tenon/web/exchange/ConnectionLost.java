package org.tenon.web.exchange;

import java.io.IOException;

/** The client went away while its body was read or its answer written: nobody's fault here, and nobody is left to be told. */
public final class ConnectionLost extends IOException {

    private static final long serialVersionUID = 1L;

    public ConnectionLost(IOException cause) {
        super("the connection broke", cause);
    }
}
