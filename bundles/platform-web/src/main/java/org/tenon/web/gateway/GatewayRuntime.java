package org.tenon.web.gateway;

import org.osgi.service.http.runtime.HttpServiceRuntime;
import org.osgi.service.http.runtime.dto.RequestInfoDTO;
import org.osgi.service.http.runtime.dto.RuntimeDTO;

/** The runtime the JAX-RS whiteboard is configured to wait for; it asks nothing of it. */
final class GatewayRuntime implements HttpServiceRuntime {

    @Override
    public RuntimeDTO getRuntimeDTO() {
        return new RuntimeDTO();
    }

    @Override
    public RequestInfoDTO calculateRequestInfoDTO(String path) {
        return new RequestInfoDTO();
    }
}
