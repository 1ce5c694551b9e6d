package org.tenon.web.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.GenericServlet;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.web.Http;
import org.tenon.web.exchange.Exchange;

@Timeout(30)
class DispatcherTest {

    private static final String BASE = "/api/customers";

    private final Areas areas = new Areas(Duration.ofSeconds(10));
    private final Dispatcher dispatcher = new Dispatcher(areas, () -> true);

    @Test
    void theAreaSeesItsOwnBaseAndTheRest() throws Exception {
        Area area = new Area("a");
        areas.arrived(BASE, area.servlet);
        Http http = new Http("GET", BASE + "/customers/1?x=y");
        dispatch(http);
        assertThat(http.text()).isEqualTo("a " + BASE + " /customers/1 " + BASE + "/customers/1");
    }

    @Test
    void theDocumentHasASecondAddress() throws Exception {
        areas.arrived("/api/web", new Area("web").servlet);
        Http http = new Http("GET", "/api/openapi.json");
        dispatch(http);
        assertThat(http.text()).isEqualTo("web /api/web /openapi.json /api/web/openapi.json");
    }

    @Test
    void anUnknownAreaIsNotWaitedFor() {
        refused(Kind.NOT_FOUND, new Http("GET", "/api/nowhere/x"));
        refused(Kind.NOT_FOUND, new Http("GET", "/api"));
        refused(Kind.NOT_FOUND, new Http("GET", "/api/"));
        refused(Kind.UNREADABLE, new Http("GET", BASE + "?q=%00"));
    }

    @Test
    void duringTheStartAnUnknownAreaMayYetCome() {
        assertThatThrownBy(() -> new Dispatcher(areas, () -> false).dispatch(new Http("GET", BASE).request(), new Http("GET", BASE).response(), 1))
                .satisfies(thrown -> assertThat(((TenonException) thrown).kind()).isEqualTo(Kind.UNAVAILABLE));
    }

    @Test
    void aRequestWaitsForAnAreaThatIsExchanged() throws Exception {
        Area before = new Area("old");
        areas.arrived(BASE, before.servlet);
        areas.leaving(BASE, before.servlet);
        Http http = new Http("GET", BASE + "/x");
        CompletableFuture<Void> answered = dispatchAside(http);
        assertThat(answered).isNotDone();
        areas.arrived(BASE, new Area("new").servlet);
        answered.get(5, TimeUnit.SECONDS);
        assertThat(http.text()).startsWith("new ");
    }

    @Test
    void aRequestWaitsForAnEndpointThatIsNotLiveYet() throws Exception {
        Area area = new Area("a");
        area.deadCalls.set(3);
        areas.arrived(BASE, area.servlet);
        Http http = new Http("GET", BASE + "/x");
        dispatch(http);
        assertThat(http.text()).startsWith("a ");
        assertThat(http.status).as("what CXF said without endpoint is swallowed").isEqualTo(200);
        assertThat(http.answered).doesNotContainKey("X-Dead");
    }

    @Test
    void waitingEndsInARefusalThatSaysToComeAgain() {
        Areas impatient = new Areas(Duration.ofMillis(60));
        Area area = new Area("a");
        area.deadCalls.set(Integer.MAX_VALUE);
        impatient.arrived(BASE, area.servlet);
        assertThatThrownBy(() -> new Dispatcher(impatient, () -> true)
                .dispatch(new Http("GET", BASE + "/x").request(), new Http("GET", BASE).response(), 1))
                .satisfies(thrown -> assertThat(((TenonException) thrown).kind()).isEqualTo(Kind.UNAVAILABLE));
    }

    @Test
    void oneThatDoesNotComeBackIsWaitedForOnceAndThenUnknown() {
        Areas impatient = new Areas(Duration.ofMillis(60));
        Dispatcher hasty = new Dispatcher(impatient, () -> true);
        Area area = new Area("a");
        impatient.arrived(BASE, area.servlet);
        impatient.leaving(BASE, area.servlet);
        assertThatThrownBy(() -> hasty.dispatch(new Http("GET", BASE).request(), new Http("GET", BASE).response(), 1))
                .satisfies(thrown -> assertThat(((TenonException) thrown).kind()).isEqualTo(Kind.UNAVAILABLE));
        assertThatThrownBy(() -> hasty.dispatch(new Http("GET", BASE).request(), new Http("GET", BASE).response(), 1))
                .satisfies(thrown -> assertThat(((TenonException) thrown).kind()).isEqualTo(Kind.NOT_FOUND));
    }

    @Test
    void aRequestUnderWayFinishesBeforeTheServletIsDestroyed() throws Exception {
        Area area = new Area("old");
        area.hold = new CountDownLatch(1);
        areas.arrived(BASE, area.servlet);
        Http http = new Http("GET", BASE + "/x");
        CompletableFuture<Void> answered = dispatchAside(http);
        assertThat(area.entered.await(5, TimeUnit.SECONDS)).isTrue();
        areas.leaving(BASE, area.servlet);
        area.servlet.retire();
        assertThat(area.destroyed).isFalse();
        area.hold.countDown();
        answered.get(5, TimeUnit.SECONDS);
        assertThat(http.text()).startsWith("old ");
        assertThat(area.destroyed).isTrue();
    }

    @Test
    void whileItsAreaIsHeldARequestWaitsAndTheSystemsOwnCallPasses() throws Exception {
        areas.arrived(BASE, new Area("a").servlet);
        areas.hold(BASE);
        Http http = new Http("GET", BASE + "/x");
        CompletableFuture<Void> answered = dispatchAside(http);
        Probe probe = new Probe(BASE + "/y?limit=1", Caller.system("test"), null);
        probe.response().setHeader("X-Request-Id", "1");
        dispatcher.dispatch(probe.request(), probe.response(), 1_000);

        assertThat(probe.request().isAsyncStarted()).isFalse();
        assertThat(probe.response().isCommitted()).isFalse();
        assertThat(probe.answer().status()).isEqualTo(200);
        assertThat(probe.answer().body()).isEqualTo("a " + BASE + " /y " + BASE + "/y");
        assertThat(answered).isNotDone();
        areas.release(BASE);
        answered.get(5, TimeUnit.SECONDS);
        assertThat(http.text()).startsWith("a ");
    }

    @Test
    void whoWaitsForAnAreaThatWasTakenAwayIsToldAtOnce() throws Exception {
        Area area = new Area("a");
        areas.arrived(BASE, area.servlet);
        areas.hold(BASE);
        CompletableFuture<Void> answered = dispatchAside(new Http("GET", BASE + "/x"));
        areas.leaving(BASE, area.servlet);
        areas.release(BASE);

        assertThatThrownBy(() -> answered.get(5, TimeUnit.SECONDS)).rootCause()
            .satisfies(thrown -> assertThat(((TenonException) thrown).kind()).isEqualTo(Kind.NOT_FOUND));
        refused(Kind.NOT_FOUND, new Http("GET", BASE + "/x"));
    }

    @Test
    void anOldAreaLeavingLateDoesNotDisturbTheNewOne() throws Exception {
        Area before = new Area("old");
        areas.arrived(BASE, before.servlet);
        areas.arrived(BASE, new Area("new").servlet);
        areas.leaving(BASE, before.servlet);
        Http http = new Http("GET", BASE + "/x");
        dispatch(http);
        assertThat(http.text()).startsWith("new ");
    }

    @Test
    void aBodyThatGrowsTooLargeIsRefusedWhileItIsRead() {
        Area area = new Area("a");
        area.reads = true;
        areas.arrived(BASE, area.servlet);
        Http http = new Http("POST", BASE + "/x");
        http.body = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThatThrownBy(() -> dispatcher.dispatch(http.request(), http.response(), 1_000_000))
                .satisfies(thrown -> assertThat(((TenonException) thrown).kind()).isEqualTo(Kind.TOO_LARGE));
    }

    @Test
    void theLimitGoesByTheMediaType() {
        BodyLimits limits = new BodyLimits(10, 100);
        assertThat(limits.of(new Http("POST", BASE).with("content-type", "application/json;charset=utf-8").request())).isEqualTo(10);
        assertThat(limits.of(new Http("POST", BASE).with("content-type", "application/merge-patch+json").request())).isEqualTo(10);
        assertThat(limits.of(new Http("POST", BASE).request())).isEqualTo(10);
        assertThat(limits.of(new Http("POST", BASE).with("content-type", "multipart/form-data; boundary=x").request())).isEqualTo(100);
        Http announced = new Http("POST", BASE);
        announced.length = 11;
        assertThatThrownBy(() -> limits.admit(announced.request())).isInstanceOf(TenonException.class);
    }

    private void dispatch(Http http) throws Exception {
        dispatcher.dispatch(http.request(), http.response(), 1_000);
    }

    private CompletableFuture<Void> dispatchAside(Http http) {
        return CompletableFuture.runAsync(() -> {
            try {
                dispatch(http);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void refused(Kind kind, Http http) {
        assertThatThrownBy(() -> dispatch(http)).satisfies(thrown -> assertThat(((TenonException) thrown).kind()).isEqualTo(kind));
    }

    /** An area's servlet as CXF's is: until its endpoint lives it answers nonsense or fails. */
    private static final class Area extends GenericServlet {

        private static final long serialVersionUID = 1L;

        private final String name;
        private final transient AreaServlet servlet = new AreaServlet(this, new AreaServletConfig(BASE, this));
        private final AtomicInteger deadCalls = new AtomicInteger();
        private final transient CountDownLatch entered = new CountDownLatch(1);
        private transient CountDownLatch hold = new CountDownLatch(0);
        private boolean reads;
        private volatile boolean destroyed;

        Area(String name) {
            this.name = name;
        }

        @Override
        public void service(ServletRequest request, ServletResponse response) throws IOException {
            HttpServletRequest asked = (HttpServletRequest) request;
            HttpServletResponse told = (HttpServletResponse) response;
            if (deadCalls.get() > 0) {
                if (deadCalls.getAndDecrement() % 2 == 0) {
                    throw new NullPointerException("no observer");
                }
                told.setHeader("X-Dead", "1");
                told.setStatus(404);
                told.getOutputStream().write("dead".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                return;
            }
            Exchange.of(asked).take();
            entered.countDown();
            try {
                hold.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (reads) {
                asked.getInputStream().readAllBytes();
            }
            String seen = "%s %s %s %s".formatted(name, asked.getServletPath(), asked.getPathInfo(), asked.getRequestURI());
            told.getOutputStream().write(seen.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        @Override
        public void destroy() {
            destroyed = true;
        }
    }
}
