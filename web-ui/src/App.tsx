// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "react-router";
import { keys } from "./api/hooks";
import { Problem } from "./api/problem";
import { Toasts } from "./elements/toast/Toasts";
import { router } from "./routes";
import { resolver, theme } from "./theme";

/** A 401 anywhere means that nobody is signed in any more; the guard of the pages then shows the sign-in. */
function onError(failure: unknown): void {
  if (failure instanceof Problem && failure.status === 401 && failure.code !== "wrong-credentials") {
    client.setQueryData(keys.session, null);
  }
}

const client = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      retry: (count, failure) => count < 2 && !(failure instanceof Problem && failure.status >= 400 && failure.status < 500),
    },
  },
});

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="dark">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  );
}
