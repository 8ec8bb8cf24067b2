import { Hono } from 'hono'
import { beganWith, finishAuthorization, type Authorized, type AuthorizeOptions } from './authorize.ts'

/** Where the callback is, behind the platform's path. */
export const CALLBACK = '/callback'

/** The words of the page, which no council has chosen a language for. They stand here since `bot` does not know `locales`. */
const WORDS = {
  done: ['Đã cấp quyền cho bot. Có thể đóng trang này.', 'The bot has been given permission. You may close this page.'],
  used: [
    'Liên kết này đã được dùng hoặc đã hết hạn. Nếu bot chưa hoạt động, đề nghị tạo liên kết mới rồi mở lại.',
    'This link was used before or has expired. If the bot does not work yet, please make a new link and open that.',
  ],
  other: [
    'Zalo OA này đã được dùng cho một bot khác trong hệ thống. Chưa có gì thay đổi. Đề nghị đăng nhập đúng tài khoản quản trị của OA cần cấp quyền rồi mở liên kết mới.',
    'This Official Account is used for another bot here already. Nothing was changed. Please log in as an administrator of the right account and open a new link.',
  ],
  denied: [
    'Chưa cấp quyền nào cho bot. Đề nghị mở lại liên kết và chọn đồng ý.',
    'No permission was given. Please open the link again and agree.',
  ],
  failed: [
    'Zalo chưa cấp quyền cho bot. Đề nghị tạo liên kết mới và thử lại; lý do có trong nhật ký của bot hoặc ở cửa sổ dòng lệnh.',
    'Zalo has not given the bot permission. Please make a new link and try again; the reason is in the log of the bot or in the terminal.',
  ],
} as const

const PAGE_OF: Record<Authorized['state'], keyof typeof WORDS> = {
  done: 'done',
  'not-begun': 'used',
  'wrong-state': 'used',
  expired: 'used',
  'no-code': 'denied',
  'not-exchanged': 'failed',
  'other-account': 'other',
}

/** The code stands in the page's address: it must stay between this browser and us. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
}

/**
 * Serves the address to which the network leads the administrator's browser, for all these Official Accounts: an app has one such address. Nothing of
 * the address is shown. `onEnd` hears how it ended.
 */
export function authorizeRoutes(
  accounts: readonly AuthorizeOptions[],
  onEnd: (authorized: Authorized) => void = () => undefined,
) {
  const routes = new Hono()
  routes.get(CALLBACK, async (c) => {
    const { code, state, oa_id: oaId } = c.req.query()
    const authorized = await finishAuthorization(await beganWith(accounts, state), { code, state, oaId })
    onEnd(authorized)
    return c.html(page(WORDS[PAGE_OF[authorized.state]]), authorized.state === 'done' ? 200 : 400, HEADERS)
  })
  return routes
}

function page([vi, en]: readonly [string, string]): string {
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Zalo</title>
<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem}</style>
<p>${vi}</p>
<p lang="en">${en}</p>
</html>
`
}
