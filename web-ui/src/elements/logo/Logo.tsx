// SPDX-License-Identifier: Apache-2.0

/** The sextant: frame, arc with its scale, and the index arm. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect width="24" height="24" rx="6" fill="#5b5bd6" />
      <g fill="none" stroke="#fff" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round">
        <path d="M12 5.2 5.6 16.2M12 5.2l6.4 11M5.6 16.2a12.9 12.9 0 0 0 12.8 0" />
        <path d="M12 5.2l2.1 8.4" opacity="0.75" />
      </g>
      <circle cx="12" cy="5" r="1.5" fill="#fff" />
    </svg>
  );
}
