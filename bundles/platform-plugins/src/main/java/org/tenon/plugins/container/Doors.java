package org.tenon.plugins.container;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.tenon.sdk.rest.Gate;
import org.tenon.sdk.rest.Gate.Hold;

/** Has requests wait while the bundles that answer them are exchanged, and open pages hear of it when it is done. */
public final class Doors {

    private final Gate gate;

    public Doors(Gate gate) {
        this.gate = gate;
    }

    /** Held doors; closing lets everyone on. */
    public static final class Held implements AutoCloseable {

        private final List<Hold> holds;

        private Held(List<Hold> holds) {
            this.holds = holds;
        }

        @Override
        public void close() {
            // The last one taken first: who hears of a change finds the doors open.
            for (int i = holds.size() - 1; i >= 0; i--) {
                holds.get(i).close();
            }
        }
    }

    /** Holds all REST paths the bundles answer at now; pages hear of no change until the doors are opened. */
    public Held hold(List<Bundle> bundles) {
        List<Hold> holds = new ArrayList<>();
        holds.add(gate.quiet());
        Contributions.paths(bundles).forEach(base -> holds.add(gate.hold(base)));
        return new Held(holds);
    }
}
