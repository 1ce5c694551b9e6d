import {
  AimOutlined, ApartmentOutlined, AppstoreOutlined, AuditOutlined, BankOutlined, BarChartOutlined, BellOutlined, BookOutlined,
  CalendarOutlined, CarryOutOutlined, ClockCircleOutlined, ContactsOutlined, CustomerServiceOutlined, DollarOutlined, FileProtectOutlined,
  FileTextOutlined, FolderOutlined, FundOutlined, GiftOutlined, HomeOutlined, IdcardOutlined, InboxOutlined, MailOutlined, MessageOutlined,
  NotificationOutlined, PhoneOutlined, ProjectOutlined, SafetyOutlined, SettingOutlined, ShopOutlined, ShoppingCartOutlined,
  SolutionOutlined, TagsOutlined, TeamOutlined, ToolOutlined, UserOutlined, WalletOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'

const ICONS: Record<string, ComponentType> = {
  aim: AimOutlined, organisation: ApartmentOutlined, apartment: ApartmentOutlined, app: AppstoreOutlined, audit: AuditOutlined,
  bank: BankOutlined, chart: BarChartOutlined, bell: BellOutlined, book: BookOutlined, calendar: CalendarOutlined, task: CarryOutOutlined,
  clock: ClockCircleOutlined, contacts: ContactsOutlined, service: CustomerServiceOutlined, dollar: DollarOutlined,
  contract: FileProtectOutlined, file: FileTextOutlined, folder: FolderOutlined, fund: FundOutlined, gift: GiftOutlined, home: HomeOutlined,
  idcard: IdcardOutlined, inbox: InboxOutlined, mail: MailOutlined, message: MessageOutlined, notification: NotificationOutlined,
  phone: PhoneOutlined, project: ProjectOutlined, safety: SafetyOutlined, setting: SettingOutlined, settings: SettingOutlined,
  shop: ShopOutlined, cart: ShoppingCartOutlined, solution: SolutionOutlined, tags: TagsOutlined, team: TeamOutlined, tool: ToolOutlined,
  user: UserOutlined, wallet: WalletOutlined,
}

/** An icon of the shell's set by the name areas contribute; unknown names get the neutral one. */
export function Icon({ name }: { name: string | null | undefined }) {
  const Shown = ICONS[name ?? ''] ?? AppstoreOutlined
  return <span className="icon" aria-hidden="true"><Shown /></span>
}
